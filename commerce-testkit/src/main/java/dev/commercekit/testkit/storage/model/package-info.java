/** What the contract of storages is judged by: a sequential model, seeded chance, contenders and their history. */
@NullMarked
package dev.commercekit.testkit.storage.model;

import org.jspecify.annotations.NullMarked;
