package org.triviumcrm.customer.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.customer.TypedFields;

/** Says at each custom field what is wrong with it. A field that was not asked is not missed: its record may be older than the field. */
public class TypedFieldsValidator implements ConstraintValidator<TypedFields, Map<String, String>> {

    private final CustomFields fields;
    private String noun = "";

    TypedFieldsValidator(CustomFields fields) {
        this.fields = fields;
    }

    @Override
    public void initialize(TypedFields annotation) {
        noun = annotation.value();
    }

    @Override
    public boolean isValid(@Nullable Map<String, String> typed, ConstraintValidatorContext context) {
        if (typed == null || typed.isEmpty()) {
            return true;
        }
        Map<String, String> problems = new LinkedHashMap<>();
        fields.of(noun).stream().filter(field -> typed.containsKey(field.key())).forEach(field -> {
            String problem = problem(field, typed);
            if (problem != null) {
                problems.put(field.key(), problem);
            }
        });
        context.disableDefaultConstraintViolation();
        problems.forEach((key, problem) -> context.buildConstraintViolationWithTemplate("{" + problem + "}")
                .addBeanNode()
                .inIterable()
                .atKey(key)
                .addConstraintViolation());
        return problems.isEmpty();
    }

    private static @Nullable String problem(FieldSpec field, Map<String, String> typed) {
        try {
            Object value = FieldReader.read(field, typed.getOrDefault(field.key(), ""));
            if (value == null) {
                return field.required() ? "customer.field.error.required" : null;
            }
            String currency = typed.getOrDefault(field.currencyKey(), "");
            boolean odd = field.kind() == FieldKind.MONEY && !currency.isBlank() && !currency.matches("[A-Z]{3}");
            return odd ? "customer.error.currency" : null;
        } catch (FieldProblem e) {
            return e.key();
        }
    }
}
