/** Single operations, measured by JMH. */
@NullMarked
package dev.commercekit.benchmarks.operation;

import org.jspecify.annotations.NullMarked;
