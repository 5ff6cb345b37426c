package org.triviumcrm.customer;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Type;
import org.hibernate.envers.Audited;

/** A record that can have custom fields; see {@link FieldCarrier}. */
@MappedSuperclass
@Audited
public abstract class WithFields {

    @Type(CustomValuesType.class)
    @Column(name = FieldCarrier.COLUMN)
    private CustomValues custom = CustomValues.NONE;

    public CustomValues getCustom() {
        return custom;
    }

    /** @param values as {@link CustomFields} has read them */
    public void keep(CustomValues values) {
        custom = values;
    }
}
