/** Checkouts on durable storages: beside hand-written transactions, and very many of them. */
@NullMarked
package dev.commercekit.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
