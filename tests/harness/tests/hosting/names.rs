//! A name server on this machine: returns the same address for every name, with a lifetime of zero. The address can
//! change.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

/// The type of a question for an IPv4 address.
const A: [u8; 2] = [0, 1];
/// A header without the id: a reply to one question, without an answer and with one.
const NONE: [u8; 10] = [0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0];
const ONE: [u8; 10] = [0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0];
/// For the name in the question, an IPv4 address for 0 seconds, in 4 bytes.
const RECORD: [u8; 12] = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4];

/// A name server. Dropping it ends it.
pub struct Names {
    pub address: SocketAddr,
    given: Arc<Mutex<Ipv4Addr>>,
    task: JoinHandle<()>,
}

impl Names {
    pub async fn start(first: Ipv4Addr) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = socket.local_addr().unwrap();
        let given = Arc::new(Mutex::new(first));
        let now = Arc::clone(&given);
        let task = tokio::spawn(async move {
            let mut packet = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut packet).await {
                let address = *now.lock().unwrap();
                if let Some(reply) = reply(&packet[..length], address) {
                    socket.send_to(&reply, from).await.ok();
                }
            }
        });
        Self { address, given, task }
    }

    /// Changes the address of all names.
    pub fn moved(&self, to: Ipv4Addr) {
        *self.given.lock().unwrap() = to;
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The reply to a packet with one question: a header of 12 bytes, the name with a final zero, type and class.
fn reply(packet: &[u8], address: Ipv4Addr) -> Option<Vec<u8>> {
    let question = packet.get(12..)?;
    let name = question.iter().position(|byte| *byte == 0)? + 1;
    let question = question.get(..name + 4)?;
    let asked = question[name..name + 2] == A;
    let mut reply = packet[..2].to_vec();
    reply.extend(if asked { ONE } else { NONE });
    reply.extend(question);
    if asked {
        reply.extend(RECORD);
        reply.extend(address.octets());
    }
    Some(reply)
}
