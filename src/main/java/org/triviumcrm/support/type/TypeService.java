package org.triviumcrm.support.type;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** What tickets are about, and what each type asks for. */
@Service
public class TypeService {

    private final TypeRepository types;
    private final TypeFieldRepository fields;
    private final Clock clock;

    TypeService(TypeRepository types, TypeFieldRepository fields, Clock clock) {
        this.types = types;
        this.fields = fields;
        this.clock = clock;
    }

    /** Those that can be chosen, and the present one, retired or not. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable Long present) {
        return types.findByOrderByPositionAscIdAsc().stream()
                .filter(type -> type.isActive() || present != null && present == type.getId())
                .map(type -> new Option(type.getId(), type.getName()))
                .toList();
    }

    @SignedIn
    @Transactional(readOnly = true)
    public boolean isChoice(Viewer viewer, long id) {
        return types.findById(id).filter(TicketType::isActive).isPresent();
    }

    /** Those that customers may choose. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> open(Viewer viewer) {
        return types.findByOrderByPositionAscIdAsc().stream()
                .filter(type -> type.isActive() && type.isOpen())
                .map(type -> new Option(type.getId(), type.getName()))
                .toList();
    }

    /** What a type asks for, retired questions included; nothing without a type. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<TypeField> fields(Viewer viewer, @Nullable Long typeId) {
        return typeId == null ? List.of() : fields.findByTypeIdOrderByPositionAscIdAsc(typeId);
    }

    @CanManageTicketTypes
    @Transactional(readOnly = true)
    List<TicketType> all(Viewer viewer) {
        return types.findByOrderByPositionAscIdAsc();
    }

    @CanManageTicketTypes
    @Transactional(readOnly = true)
    TicketType find(Viewer viewer, long id) {
        return types.findById(id).orElseThrow(NotFound::new);
    }

    /** @throws NotFound when the type does not ask it */
    @CanManageTicketTypes
    @Transactional(readOnly = true)
    TypeField field(Viewer viewer, long typeId, long id) {
        return fields.findById(id).filter(field -> field.getTypeId() == typeId).orElseThrow(NotFound::new);
    }

    @CanManageTicketTypes
    @Transactional(readOnly = true)
    public boolean isNameTaken(Viewer viewer, @Nullable String name, long exceptId) {
        return name != null
                && types.findByNameIgnoreCase(name.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    @CanManageTicketTypes
    @Transactional(readOnly = true)
    public boolean isAsked(Viewer viewer, long typeId, @Nullable String name, long exceptId) {
        return name != null
                && fields.findByTypeIdAndNameIgnoreCase(typeId, name.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    @CanManageTicketTypes
    @Transactional
    public long create(Viewer viewer, String name, boolean open) {
        return types.saveAndFlush(new TicketType(name, open, types.lastPosition() + 1, clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageTicketTypes
    @Transactional
    void update(Viewer viewer, long id, SaveType input) {
        TicketType type = find(viewer, id);
        EditConflict.refuseStale(TicketType.class, id, input.version(), type.getVersion());
        type.change(input, clock.instant());
    }

    /** Behind those that the type asks already. */
    @CanManageTicketTypes
    @Transactional
    long ask(Viewer viewer, long typeId, SaveTypeField input) {
        long type = find(viewer, typeId).getId();
        int position = fields.findByTypeIdOrderByPositionAscIdAsc(type).size() + 1;
        return fields.save(new TypeField(type, position, input)).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageTicketTypes
    @Transactional
    void update(Viewer viewer, long typeId, long id, SaveTypeField input) {
        TypeField field = field(viewer, typeId, id);
        EditConflict.refuseStale(TypeField.class, id, input.version(), field.getVersion());
        field.change(input);
    }
}
