package net.sf.json;

/** Signature: json-lib. */
public final class JSONObject {}
