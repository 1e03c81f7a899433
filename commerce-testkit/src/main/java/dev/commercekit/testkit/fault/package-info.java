/** Decorators that make ports fail as networks and machines do, by script or by seeded chance. */
@NullMarked
package dev.commercekit.testkit.fault;

import org.jspecify.annotations.NullMarked;
