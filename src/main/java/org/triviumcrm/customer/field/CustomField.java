package org.triviumcrm.customer.field;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.FieldKind;

/** A field that an administrator adds to a kind of record. One that is not asked any more is retired: values keep their name. */
@Entity
@Audited
@Table(name = "custom_field")
public class CustomField {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "custom_field")
    @SequenceGenerator(name = "custom_field", sequenceName = "custom_field_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private String noun;

    @Column(updatable = false)
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private FieldKind kind;

    @Column(updatable = false)
    private @Nullable String target;

    private String name;
    private @Nullable String chinese;
    private @Nullable String help;
    private @Nullable String chineseHelp;
    private boolean required;
    private @Nullable String initial;
    private boolean sensitive;
    private boolean growing;
    private boolean active = true;
    private int position;

    /** Whether lists can be filtered by it: said by {@link FieldIndexRepository}. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private boolean ready;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected CustomField() {}

    @SuppressWarnings("NullAway")
    CustomField(String key, SaveField input) {
        this.noun = input.noun();
        this.key = key;
        this.kind = input.kind();
        this.target = input.kind() == FieldKind.RECORD ? input.target() : null;
        change(input);
    }

    /** Values are of its kind already, so that one stays. */
    void change(SaveField input) {
        name = input.english();
        chinese = input.chinese();
        help = input.help();
        chineseHelp = input.chineseHelp();
        required = input.required();
        initial = input.initial();
        sensitive = input.sensitive();
        growing = kind.isChosen() && input.growing();
        position = input.position();
        active = input.active();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getNoun() {
        return noun;
    }

    public String getKey() {
        return key;
    }

    public FieldKind getKind() {
        return kind;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getChinese() {
        return chinese;
    }

    public @Nullable String getHelp() {
        return help;
    }

    public @Nullable String getChineseHelp() {
        return chineseHelp;
    }

    public boolean isRequired() {
        return required;
    }

    public @Nullable String getInitial() {
        return initial;
    }

    public boolean isSensitive() {
        return sensitive;
    }

    public boolean isGrowing() {
        return growing;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isReady() {
        return ready;
    }

    public int getPosition() {
        return position;
    }

    public int getVersion() {
        return version;
    }
}
