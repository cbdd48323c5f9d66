//! Overwrites memory when it is freed. Libraries copy typed text on its way, into a property, a request or a buffer that
//! grows, and leave these copies where they were.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;

/// The module's allocator. It never grows memory in place, so the part that is left behind is overwritten, too.
struct Wiping;

#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

// SAFETY: `System` does the work, and memory is overwritten before it is freed.
#[expect(unsafe_code, reason = "an allocator has no safe interface")]
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe {
            memory.write_bytes(0, layout.size());
            // Otherwise the compiler drops the write, because nothing reads it.
            System.dealloc(black_box(memory), layout);
        }
    }
}
