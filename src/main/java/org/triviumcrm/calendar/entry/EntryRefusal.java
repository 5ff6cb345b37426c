package org.triviumcrm.calendar.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.web.Refusal;

/** Why something can't be planned as typed. */
class EntryRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    private final String where;
    private final @Nullable String name;

    EntryRefusal(String field, String key) {
        this(field, key, null);
    }

    /** @param name of whom it is about */
    EntryRefusal(String field, String key, @Nullable String name) {
        super(field, key);
        this.where = field;
        this.name = name;
    }

    @Override
    public void tell(Errors errors) {
        errors.rejectValue(where, key(), new Object[] {String.valueOf(name)}, null);
    }
}
