//! `connect` and `listen` of a family in async programs.
//!
//! `genl_family!` cannot know which features of this crate are on. So it calls [`__async_clients`](crate::__async_clients), which does.

/// Writes `connect_tokio` and the like, for the runtimes whose features are on: visibility, client, and in brackets the enum of the
/// events if there are any.
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
            #[doc = ::core::concat!("Opens a netlink socket for a program over ", $runtime, ", and asks the kernel for the family.")]
            ///
            /// # Errors
            ///
            /// If the socket cannot be opened, or the kernel does not have the family.
            $vis async fn $connect() -> ::core::result::Result<Self, $crate::Error> {
                let client = $crate::AsyncClient::<$crate::transport::$socket>::connect($family::FAMILY);
                ::core::result::Result::map(client.await, Self::new)
            }

            $(
                #[doc = ::core::concat!("Joins `groups` on a socket of its own for a program over ", $runtime, ", and receives what is sent to them.")]
                ///
                /// # Errors
                ///
                /// If the socket cannot be opened, the kernel does not have the family or one of the groups, or the caller may not
                /// join them.
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
