/** Contract tests for adapters. */
@NullMarked
package dev.commercekit.testkit;

import org.jspecify.annotations.NullMarked;
