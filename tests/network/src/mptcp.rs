//! Real MPTCP connections between std's sockets.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};

/// No step of a connection inside one machine takes that long.
const TIMEOUT: Duration = Duration::from_secs(10);

/// An MPTCP connection, both ends of it in this process.
#[derive(Debug)]
pub struct Connection {
    /// Where the server listens.
    pub listener: TcpListener,
    /// The end that connected.
    pub client: TcpStream,
    /// The end that accepted.
    pub server: TcpStream,
}

impl Connection {
    /// Listens at an address (port 0: any free one), connects to it, and exchanges one byte each way.
    ///
    /// After the exchange the connection is fully established on both sides, and the path manager may add subflows.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let listener = listen(address)?;
        let client = connect(listener.local_addr()?)?;
        Self::accept(listener, client)
    }

    /// Accepts a client that has connected to the listener, and exchanges one byte each way.
    ///
    /// Listener and client may have been made in two network namespaces.
    pub fn accept(listener: TcpListener, client: TcpStream) -> io::Result<Self> {
        let (server, _) = listener.accept()?;
        server.set_read_timeout(Some(TIMEOUT))?;
        let mut connection = Self {
            listener,
            client,
            server,
        };
        connection.exchange()?;
        Ok(connection)
    }

    /// Sends one byte from the client to the server and one back.
    pub fn exchange(&mut self) -> io::Result<()> {
        let mut byte = [0];
        self.client.write_all(b"?")?;
        self.server.read_exact(&mut byte)?;
        self.server.write_all(b"!")?;
        self.client.read_exact(&mut byte)
    }
}

/// An MPTCP socket that listens at an address (port 0: any free one).
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = socket(address)?;
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(16)?;
    Ok(socket.into())
}

/// An MPTCP socket connected to an address.
pub fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let socket = socket(address)?;
    socket.set_read_timeout(Some(TIMEOUT))?;
    socket.connect_timeout(&address.into(), TIMEOUT)?;
    Ok(socket.into())
}

fn socket(address: SocketAddr) -> io::Result<Socket> {
    Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::MPTCP),
    )
}
