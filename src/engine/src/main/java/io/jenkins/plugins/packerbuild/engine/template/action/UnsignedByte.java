package io.jenkins.plugins.packerbuild.engine.template.action;

/**
 * A piece of a text as {@code index} gives it: a number of another type than all others.
 *
 * @param value 0 to 255
 */
record UnsignedByte(long value) {}
