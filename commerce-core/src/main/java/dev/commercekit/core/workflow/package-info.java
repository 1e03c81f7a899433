/**
 * Runs workflows: fuses local steps into write sets, makes calls in between, and takes over what others left. A driver goes
 * from one {@linkplain dev.commercekit.core.workflow.progress commit} to the next.
 */
@NullMarked
package dev.commercekit.core.workflow;

import org.jspecify.annotations.NullMarked;
