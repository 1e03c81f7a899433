/**
 * Where instances of workflows stand, as rows: what is committed is a {@link dev.commercekit.core.workflow.progress.Progress},
 * what the next commit makes of it a {@link dev.commercekit.core.workflow.progress.Move}, together with the writes of its
 * steps a {@link dev.commercekit.core.workflow.progress.Segment}.
 */
@NullMarked
package dev.commercekit.core.workflow.progress;

import org.jspecify.annotations.NullMarked;
