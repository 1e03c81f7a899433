/** The idempotency of every command: claimed keys, the fingerprints of requests, and the loop that runs a command once. */
@NullMarked
package dev.commercekit.core.key;

import org.jspecify.annotations.NullMarked;
