//! Memory that is let go is wiped. A typed text is copied on its way, into a property, a request or a text that grows, and
//! most of these copies are made by libraries, which leave them where they were.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;

/// The allocator of the module. It never grows in place, so that what is left behind is wiped too.
struct Wiping;

#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

// SAFETY: `System` does the work, and what is wiped is not freed yet.
#[expect(unsafe_code, reason = "an allocator has no other interface")]
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe {
            memory.write_bytes(0, layout.size());
            System.dealloc(black_box(memory), layout);
        }
    }
}
