package net.sf.json;

import java.util.List;

/** Signature: json-lib. Its list methods are left out. */
public abstract class JSONArray implements List<Object> {
    public static JSONArray fromObject(Object object) {
        throw new UnsupportedOperationException();
    }
}
