//! Real MPTCP connections, as sockets of std.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};

/// The time limit of one step. Within one machine, no step takes this long.
const TIMEOUT: Duration = Duration::from_secs(10);

/// An MPTCP connection whose two ends are in this process.
#[derive(Debug)]
pub struct Connection {
    /// The socket on which the server listens.
    pub listener: TcpListener,
    /// The end that connected.
    pub client: TcpStream,
    /// The end that accepted.
    pub server: TcpStream,
}

impl Connection {
    /// Listens on an address, connects to it, and exchanges one byte in each direction. Port 0 stands for any free port.
    ///
    /// After the exchange, the connection is fully established on both sides, and the path manager may add subflows.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let listener = listen(address)?;
        let client = connect(listener.local_addr()?)?;
        Self::accept(listener, client)
    }

    /// Accepts a client that has connected to the listener, and exchanges one byte in each direction.
    ///
    /// The listener and the client may belong to different network namespaces.
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

    /// Sends one byte from the client to the server, and one back.
    pub fn exchange(&mut self) -> io::Result<()> {
        let mut byte = [0];
        self.client.write_all(b"?")?;
        self.server.read_exact(&mut byte)?;
        self.server.write_all(b"!")?;
        self.client.read_exact(&mut byte)
    }
}

/// Opens an MPTCP socket that listens on an address. Port 0 stands for any free port.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = socket(address)?;
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(16)?;
    Ok(socket.into())
}

/// Opens an MPTCP socket and connects it to an address.
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
