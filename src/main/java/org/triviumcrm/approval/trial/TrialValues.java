package org.triviumcrm.approval.trial;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.Errors;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionValue;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.TypedValue;

/** With which values a flow is tried. */
final class TrialValues {

    private TrialValues() {}

    /** The values of the record, those that were typed in their place; the form shows all of them. */
    static Map<String, Object> of(TrialForm form, SubjectState state, List<ConditionField> fields, Errors errors) {
        Map<String, Object> values = new HashMap<>(state.values());
        for (ConditionField field : fields) {
            if (!form.isTyped()) {
                Object value = state.values().get(field.key());
                form.getValues().put(field.key(), value == null ? "" : shown(field.kind(), value));
                continue;
            }
            String typed = form.getValues().get(field.key());
            if (typed == null || typed.isBlank()) {
                values.remove(field.key());
                continue;
            }
            Object value = ConditionValue.read(field.kind(), TypedValue.stored(field.kind(), typed));
            if (value == null) {
                errors.rejectValue("values[" + field.key() + "]", "shared.condition.problem.VALUE_UNREADABLE");
            } else {
                values.put(field.key(), value);
            }
        }
        form.setOf(state.id());
        return values;
    }

    private static String shown(FieldKind kind, Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        return TypedValue.shown(kind, text);
    }
}
