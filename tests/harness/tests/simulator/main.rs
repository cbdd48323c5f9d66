//! The simulator from outside: over TCP, byte by byte, with a client that shares no code with the server.

mod actions;
mod browser;
mod client;
mod connect;
mod faults_before_answer;
mod faults_in_answer;
mod faults_of_others;
mod forwarding;
mod log;
mod pages;
mod profiles;
mod refusals;
mod salesforce;
