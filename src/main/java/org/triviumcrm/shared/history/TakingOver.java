package org.triviumcrm.shared.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Fields of a form that get the saved value instead of the typed one. Only a form bound to a record can be made anew. */
final class TakingOver {

    private final Object saved;
    private final Object typed;
    private final Set<String> fields = new LinkedHashSet<>();

    TakingOver(Object saved, Object typed) {
        this.saved = saved;
        this.typed = typed;
    }

    /** False when the form keeps what was typed. */
    boolean take(String field) {
        int entry = field.indexOf('[');
        String name = entry < 0 ? field : field.substring(0, entry);
        boolean can = typed instanceof Record
                && saved.getClass() == typed.getClass()
                && Arrays.stream(typed.getClass().getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
        if (can) {
            fields.add(field);
        }
        return can;
    }

    /** The form shows what was taken; it has passed all checks, so there is nothing to say at its fields. */
    void into(Model model) {
        if (fields.isEmpty()) {
            return;
        }
        Object merged = merged();
        for (Map.Entry<String, Object> attribute : List.copyOf(model.asMap().entrySet())) {
            if (attribute.getValue() == typed) {
                model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + attribute.getKey());
                model.addAttribute(attribute.getKey(), merged);
            }
        }
    }

    private Object merged() {
        RecordComponent[] components = typed.getClass().getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            Object from = fields.contains(component.getName()) ? saved : typed;
            Object value = value(component, from);
            values.add(value instanceof Map<?, ?> entries ? merged(component, entries) : value);
        }
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(typed.getClass());
        return BeanUtils.instantiateClass(constructor, values.toArray());
    }

    /** Entries are fields of their own. */
    private Map<Object, Object> merged(RecordComponent component, Map<?, ?> entries) {
        Map<Object, Object> all = new HashMap<>(entries);
        Map<?, ?> theirs = (Map<?, ?>) Objects.requireNonNull(value(component, saved));
        for (String field : fields) {
            if (field.startsWith(component.getName() + "[")) {
                String key = field.substring(component.getName().length() + 1, field.length() - 1);
                all.put(key, theirs.containsKey(key) ? theirs.get(key) : "");
            }
        }
        return all;
    }

    @SuppressWarnings("NullAway") // what is not filled in is null
    private static Object value(RecordComponent component, Object from) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
