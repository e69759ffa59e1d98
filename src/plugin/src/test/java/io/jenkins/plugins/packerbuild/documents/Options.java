package io.jenkins.plugins.packerbuild.documents;

import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What may be set on a class that Jenkins binds: the parameters of its constructor, and its setters.
 *
 * @param required those of the constructor
 * @param optional those of setters
 */
record Options(Set<String> required, Map<String, Option> optional) {

    /**
     * One that has a setter.
     *
     * @param type in the words of the tables
     * @param preset the default, in the words of the tables
     */
    record Option(String type, String preset) {}

    static Options of(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = constructor(type);
        Object fresh = fresh(constructor);
        Map<String, Option> optional = new LinkedHashMap<>();
        for (Method setter : setters(type)) {
            String name = setter.getName().substring(3);
            Method getter = getter(type, name);
            optional.put(
                    name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                    new Option(
                            typeWords(setter.getGenericParameterTypes()[0]),
                            presetWords(fresh == null ? null : getter.invoke(fresh))));
        }
        return new Options(
                Arrays.stream(constructor.getParameters())
                        .map(Parameter::getName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                optional);
    }

    /** All names. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(required);
        names.addAll(optional.keySet());
        return names;
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                return constructor;
            }
        }
        return type.getConstructor();
    }

    /** Null where the constructor needs Jenkins itself: such a class has no defaults of its own. */
    private static @Nullable Object fresh(Constructor<?> constructor) throws ReflectiveOperationException {
        try {
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnsupportedOperationException) {
                return null;
            }
            throw e;
        }
    }

    private static List<Method> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static Method getter(Class<?> type, String name) throws NoSuchMethodException {
        try {
            return type.getMethod("get" + name);
        } catch (NoSuchMethodException e) {
            return type.getMethod("is" + name);
        }
    }

    private static String typeWords(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return "list of " + (element == String.class ? "texts" : typeWords(element));
        }
        return Map.<Type, String>of(
                        String.class, "text",
                        boolean.class, "boolean",
                        int.class, "number",
                        PackerVariable.class, "`packerVar`",
                        PackerCredential.class, "`packerCredential`")
                .getOrDefault(type, type.getTypeName());
    }

    private static String presetWords(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof String ? "`'" + value + "'`" : "`" + value + "`";
    }
}
