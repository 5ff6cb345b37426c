package org.triviumcrm.customer.field;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Something that can be chosen in a field. Called something else or retired, it stays what was chosen. */
@Entity
@Audited
@Table(name = "custom_choice")
public class CustomChoice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "custom_choice")
    @SequenceGenerator(name = "custom_choice", sequenceName = "custom_choice_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long fieldId;

    @Column(updatable = false)
    private String key;

    private String name;
    private @Nullable String chinese;
    private boolean active = true;
    private int position;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected CustomChoice() {}

    CustomChoice(long fieldId, String key, int position, String name, @Nullable String chinese) {
        this.fieldId = fieldId;
        this.key = key;
        this.position = position;
        this.name = name;
        this.chinese = chinese;
    }

    void change(SaveFieldChoice input) {
        name = input.name();
        chinese = input.chinese();
        active = input.active();
        position = input.position();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getFieldId() {
        return fieldId;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getChinese() {
        return chinese;
    }

    public boolean isActive() {
        return active;
    }

    public int getPosition() {
        return position;
    }

    public int getVersion() {
        return version;
    }
}
