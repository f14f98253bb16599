//! The functions `connect_tokio`, `listen_tokio`, `connect_smol` and `listen_smol` of a family.
//!
//! `genl_family!` does not know which features of this crate are enabled. It calls
//! [`__async_clients`](crate::__async_clients), which does.

/// Generates the functions for the runtimes whose features are enabled.
///
/// Its arguments are the visibility and name of the family, and in brackets the enum of its events, if it has events.
#[doc(hidden)]
#[macro_export]
macro_rules! __async_clients {
    ($($family:tt)*) => {
        $crate::__if_tokio!($crate::__async_client! { "tokio" Tokio connect_tokio listen_tokio $($family)* });
        $crate::__if_smol!($crate::__async_client! { "smol" Smol connect_smol listen_smol $($family)* });
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __async_client {
    ($runtime:literal $socket:ident $connect:ident $listen:ident $vis:vis $family:ident [$($events:ty)?]) => {
        #[allow(dead_code, deprecated)]
        impl $family<$crate::AsyncClient<$crate::transport::$socket>> {
            #[doc = ::core::concat!("Opens a netlink socket for ", $runtime, " and looks up the family.")]
            ///
            /// # Errors
            ///
            /// Fails if the socket cannot be opened, or if the kernel does not have the family.
            ///
            /// # Cancel safety
            ///
            /// Dropping the future closes the socket. Nothing else happens.
            $vis async fn $connect() -> ::core::result::Result<Self, $crate::Error> {
                let client = $crate::AsyncClient::<$crate::transport::$socket>::connect($family::FAMILY);
                ::core::result::Result::map(client.await, Self::new)
            }

            $(
                #[doc = ::core::concat!("Opens a netlink socket for ", $runtime, ", joins `groups` and receives their events.")]
                ///
                /// # Errors
                ///
                /// Fails if the socket cannot be opened, if the kernel does not have the family or one of the groups, or if the
                /// caller lacks the permission to join one of them.
                ///
                /// # Cancel safety
                ///
                /// Dropping the future closes the socket. Nothing else happens.
                $vis async fn $listen(
                    groups: &[$crate::MulticastGroup],
                ) -> ::core::result::Result<
                    $crate::AsyncListener<$events, $crate::transport::$socket>,
                    $crate::Error,
                > {
                    $crate::AsyncListener::<$events, $crate::transport::$socket>::connect(groups).await
                }
            )?
        }
    };
}

#[cfg(feature = "tokio")]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_tokio {
    ($($item:tt)*) => { $($item)* };
}

#[cfg(not(feature = "tokio"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_tokio {
    ($($item:tt)*) => {};
}

#[cfg(feature = "smol")]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_smol {
    ($($item:tt)*) => { $($item)* };
}

#[cfg(not(feature = "smol"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_smol {
    ($($item:tt)*) => {};
}
