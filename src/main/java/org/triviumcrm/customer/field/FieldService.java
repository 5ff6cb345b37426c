package org.triviumcrm.customer.field;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The fields that an administrator adds to records, and what can be chosen in them. */
@Service
public class FieldService {

    private static final int CHOICES = 20;

    private final CustomFieldRepository fields;
    private final CustomChoiceRepository choices;
    private final FieldChoices made;
    private final FieldCatalogue catalogue;
    private final FieldMaker maker;
    private final FieldJobs jobs;
    private final LinkedRecordRepository records;
    private final Search search;
    private final List<String> nouns;

    FieldService(
            CustomFieldRepository fields,
            CustomChoiceRepository choices,
            FieldChoices made,
            FieldCatalogue catalogue,
            FieldMaker maker,
            FieldJobs jobs,
            LinkedRecordRepository records,
            Search search,
            List<FieldCarrier> carriers) {
        this.fields = fields;
        this.choices = choices;
        this.made = made;
        this.catalogue = catalogue;
        this.maker = maker;
        this.jobs = jobs;
        this.records = records;
        this.search = search;
        this.nouns = carriers.stream()
                .sorted(Comparator.comparingInt(FieldCarrier::order))
                .map(FieldCarrier::noun)
                .toList();
    }

    /** The kinds of records that can have fields. */
    @CanManageFields
    public List<String> nouns(Viewer viewer) {
        return nouns;
    }

    /** The kinds of records that a field can lead to. */
    @CanManageFields
    public List<String> targets(Viewer viewer) {
        return records.nouns();
    }

    /** @throws NotFound when such records have no fields */
    @CanManageFields
    @Transactional(readOnly = true)
    public List<CustomField> of(Viewer viewer, String noun) {
        requireCarried(noun);
        return fields.findByNounOrderByPositionAscIdAsc(noun);
    }

    private void requireCarried(String noun) {
        if (!nouns.contains(noun)) {
            throw new NotFound();
        }
    }

    /** Behind all that such records have. @throws NotFound when such records have no fields */
    @CanManageFields
    @Transactional(readOnly = true)
    public int nextPosition(Viewer viewer, String noun) {
        requireCarried(noun);
        return maker.next(noun);
    }

    @CanManageFields
    @Transactional(readOnly = true)
    public CustomField find(Viewer viewer, long id) {
        return fields.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageFields
    @Transactional(readOnly = true)
    public List<CustomChoice> choices(Viewer viewer, long fieldId) {
        return choices.findByFieldIdOrderByPositionAscIdAsc(fieldId);
    }

    /** @throws NotFound when it is none of that field */
    @CanManageFields
    @Transactional(readOnly = true)
    public CustomChoice choice(Viewer viewer, long fieldId, long id) {
        return choices.findById(id)
                .filter(choice -> choice.getFieldId() == fieldId)
                .orElseThrow(NotFound::new);
    }

    /** What is wrong with the value that new records begin with: a message key, or null. */
    @CanManageFields
    @Transactional(readOnly = true)
    @Nullable
    public String wrongInitial(Viewer viewer, long id, SaveField input) {
        if (input.initial() == null) {
            return null;
        }
        if (id == 0 && input.kind().isChosen()) {
            return FieldReader.names(input.initial()).stream()
                            .allMatch(name -> input.named().stream()
                                    .anyMatch(one ->
                                            name.equalsIgnoreCase(one.name()) || name.equalsIgnoreCase(one.chinese())))
                    ? null
                    : "customer.field.error.choice";
        }
        try {
            FieldSpec field = id == 0 ? unsaved(input) : spec(id);
            FieldReader.read(field, Initial.typed(field.kind(), input.initial(), LocalDate.EPOCH, viewer.personId()));
            return null;
        } catch (FieldProblem e) {
            return e.key();
        }
    }

    private FieldSpec spec(long id) {
        String noun = fields.findById(id).orElseThrow(NotFound::new).getNoun();
        return catalogue.of(noun).stream()
                .filter(field -> field.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static FieldSpec unsaved(SaveField input) {
        return new FieldSpec(
                0,
                input.noun(),
                "",
                input.kind(),
                input.target(),
                "",
                null,
                null,
                null,
                false,
                null,
                false,
                false,
                true,
                false,
                List.of());
    }

    @CanManageFields
    @Transactional
    public long create(Viewer viewer, SaveField input) {
        requireCarried(input.noun());
        return maker.make(input).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageFields
    @Transactional
    public void update(Viewer viewer, long id, SaveField input) {
        CustomField field = find(viewer, id);
        EditConflict.refuseStale(CustomField.class, id, input.version(), field.getVersion());
        boolean asked = field.isActive();
        field.change(input);
        fields.flush();
        if (asked != field.isActive()) {
            fields.withoutIndexes(id);
            jobs.start(id);
        }
        catalogue.change();
    }

    @CanManageFields
    @Transactional
    public void add(Viewer viewer, long fieldId, SaveFieldChoice input) {
        CustomField field = find(viewer, fieldId);
        CustomChoice choice = made.add(field.getId(), input.name(), input.chinese());
        choice.change(input);
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageFields
    @Transactional
    public void update(Viewer viewer, long fieldId, long id, SaveFieldChoice input) {
        CustomChoice choice = choice(viewer, fieldId, id);
        EditConflict.refuseStale(CustomChoice.class, id, input.version(), choice.getVersion());
        choice.change(input);
        choices.flush();
        catalogue.change();
    }

    /** Records that a field can lead to, those that the viewer sees, by what is typed. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> records(Viewer viewer, String noun, @Nullable String typed) {
        return search.choices(viewer, noun, typed == null ? "" : typed, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.name()))
                .toList();
    }
}
