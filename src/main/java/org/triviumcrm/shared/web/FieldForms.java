package org.triviumcrm.shared.web;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.SmartValidator;

/** Makes the forms of single fields that are edited in place. */
@Component
public class FieldForms {

    private final ConversionService conversion;
    private final SmartValidator validator;

    FieldForms(@Qualifier("mvcConversionService") ConversionService conversion, SmartValidator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    /**
     * The form of one field of a record.
     *
     * @param name what the fields' template calls the input record
     * @param current the input record as it is saved now
     * @throws NotFound for a field that is not edited in place
     */
    public <T extends Record> FieldForm<T> of(String name, T current, EditableFields fields, String field) {
        return new FieldForm<>(name, current, field, fields.components(field), conversion, validator);
    }
}
