package dev.commercekit.core;

record Placeholder(String name) {}
