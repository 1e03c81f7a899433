/**
 * Workflows: named steps over an explicit state. Local steps are pure functions whose writes the engine fuses into one commit;
 * call steps have one external effect under a stable key. State is rows, never replayed code.
 */
@NullMarked
package dev.commercekit.workflow;

import org.jspecify.annotations.NullMarked;
