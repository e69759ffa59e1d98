package net.sf.json;

import java.util.Map;

/** Signature: json-lib. Its other map methods are left out. */
public abstract class JSONObject implements Map<String, Object> {
    public static JSONObject fromObject(Object object) {
        throw new UnsupportedOperationException();
    }

    public Object get(Object key) {
        throw new UnsupportedOperationException();
    }

    public Object put(String key, Object value) {
        throw new UnsupportedOperationException();
    }
}
