package org.triviumcrm.shared.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.context.IThymeleafBindStatus;
import org.thymeleaf.spring6.util.FieldUtils;

/**
 * What a form field holds, whether or not it could be read: where a record can't be built from what was typed, there is
 * no object to ask. In templates {@code @fieldValues.of(#ctx, field)}.
 */
@Component("fieldValues")
public class FieldValues {

    /** Null when the field is empty. */
    public @Nullable Object of(IExpressionContext context, String field) {
        IThymeleafBindStatus status = FieldUtils.getBindStatus(context, "*{" + field + "}");
        Object value = status == null ? null : status.getValue();
        return value == null || value.toString().isEmpty() ? null : value;
    }

    /** Whether a field that holds several values holds this one. */
    public boolean has(IExpressionContext context, String field, Object value) {
        IThymeleafBindStatus status = FieldUtils.getBindStatus(context, "*{" + field + "}");
        if (status == null) {
            return false;
        }
        Object held = status.getActualValue() == null ? status.getValue() : status.getActualValue();
        return held != null && all(held).stream().map(String::valueOf).anyMatch(value.toString()::equals);
    }

    private static Collection<?> all(Object held) {
        if (held instanceof Collection<?> several) {
            return several;
        }
        return held instanceof Object[] several
                ? List.of(several)
                : List.of(held.toString().split(","));
    }
}
