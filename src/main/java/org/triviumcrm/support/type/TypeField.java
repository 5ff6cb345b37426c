package org.triviumcrm.support.type;

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
import java.util.List;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A question that a type of ticket asks. One that is not asked any more is retired: what was answered keeps its name. */
@Entity
@Audited
@Table(name = "ticket_type_field")
public class TypeField {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket_type_field")
    @SequenceGenerator(name = "ticket_type_field", sequenceName = "ticket_type_field_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long typeId;

    private int position;
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AnswerKind kind;

    private @Nullable String choices;
    private boolean required;
    private boolean active = true;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected TypeField() {}

    @SuppressWarnings("NullAway")
    TypeField(long typeId, int position, SaveTypeField input) {
        this.typeId = typeId;
        this.position = position;
        this.kind = input.kind();
        change(input);
    }

    /** What was answered already is of its kind, so that one stays. */
    void change(SaveTypeField input) {
        name = input.name().strip();
        choices = kind == AnswerKind.CHOICE ? String.join("\n", input.lines()) : null;
        required = input.required();
        active = input.active();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getTypeId() {
        return typeId;
    }

    public String getName() {
        return name;
    }

    public AnswerKind getKind() {
        return kind;
    }

    /** What can be chosen; empty for other kinds. */
    public List<String> choices() {
        return choices == null ? List.of() : choices.lines().toList();
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
