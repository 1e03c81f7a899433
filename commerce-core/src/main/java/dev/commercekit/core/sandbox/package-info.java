/**
 * The sandbox: an honest little payment gateway in memory, with a ledger of its own, in which a demo or a test can make every
 * case happen. {@link dev.commercekit.core.sandbox.SandboxCards} names the cards,
 * {@link dev.commercekit.core.sandbox.SandboxGateway} serves them.
 */
@NullMarked
package dev.commercekit.core.sandbox;

import org.jspecify.annotations.NullMarked;
