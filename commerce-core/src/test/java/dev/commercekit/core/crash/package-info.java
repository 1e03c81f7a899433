/** Every point at which a process can stop, enumerated, and every pair of them. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.crash;
