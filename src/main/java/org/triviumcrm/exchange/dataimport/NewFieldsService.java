package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.NewFields;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.web.NotFound;

/** Makes custom fields of the columns of a file that fit none. */
@Service
@Transactional
public class NewFieldsService {

    private static final int SAMPLE = 2_000;

    private final ImportService imports;
    private final ImportRepository repository;
    private final FileRepository files;
    private final NewFields fields;

    NewFieldsService(ImportService imports, ImportRepository repository, FileRepository files, NewFields fields) {
        this.imports = imports;
        this.repository = repository;
        this.files = files;
        this.fields = fields;
    }

    /**
     * What the page shows.
     *
     * @param proposed all columns that fit no field, each with its heading and the kind that holds what stands in it
     * @param examples by place of the column
     * @param room how many fields can be added
     */
    public record Page(DataImport file, MakeFields proposed, Map<Integer, String> examples, int room) {}

    /** How many of the file's columns could become fields of their own; 0 when the viewer may add none. */
    @CanImport
    @Transactional(readOnly = true)
    public int offered(Viewer viewer, DataImport file) {
        List<Integer> left = left(file.plan());
        return fields.mayAdd(viewer) && fields.room(viewer, file.target()) > 0 ? left.size() : 0;
    }

    @CanImport
    @Transactional(readOnly = true)
    public Page page(Viewer viewer, long id) {
        DataImport file = draft(viewer, id);
        FileSample sample = FileSample.read(files.open(id), file.format(), SAMPLE);
        ColumnKinds kinds = new ColumnKinds(file.format());
        Map<Integer, String> examples = new HashMap<>();
        MakeFields proposed = new MakeFields();
        for (int at : left(file.plan())) {
            String name = ImportPlan.question(file.plan().headers(), at);
            examples.put(at, sample.examples(at));
            proposed.getColumns().add(MakeFields.column(at, name, kinds.kind(texts(file, sample, at))));
        }
        return new Page(file, proposed, examples, fields.room(viewer, file.target()));
    }

    private static List<String> texts(DataImport file, FileSample sample, int at) {
        return sample.rows().stream()
                .filter(row -> at < row.cells().size())
                .map(row -> row.cells().get(at).strip())
                .filter(text -> !text.isEmpty() && !file.format().nothing().contains(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Makes the fields that are ticked, and reads the columns into them. Gives how many it were. */
    @CanImport
    public int make(Viewer viewer, long id, MakeFields input) {
        DataImport file = draft(viewer, id);
        ImportPlan plan = file.plan();
        List<Integer> left = left(plan);
        List<MakeFields.Column> wanted = input.getColumns().stream()
                .filter(column -> column.isMade() && left.contains(column.getAt()))
                .toList();
        List<String> keys = fields.add(
                viewer,
                file.target(),
                wanted.stream().map(NewFieldsService::wish).toList());
        Map<String, Integer> columns = new LinkedHashMap<>(plan.columns());
        Map<String, FieldMode> modes = new HashMap<>(plan.modes());
        List<Integer> answers = new ArrayList<>(plan.answers());
        for (int one = 0; one < keys.size(); one++) {
            Integer at = wanted.get(one).getAt();
            columns.put(keys.get(one), at);
            modes.put(keys.get(one), FieldMode.OVERWRITE);
            answers.remove(at);
        }
        repository.setPlan(id, plan.withColumns(columns, modes, answers));
        return keys.size();
    }

    private static NewFields.Wish wish(MakeFields.Column column) {
        return new NewFields.Wish(
                String.valueOf(column.getName()), Objects.requireNonNullElse(column.getKind(), FieldKind.TEXT));
    }

    private DataImport draft(Viewer viewer, long id) {
        DataImport file = imports.draft(viewer, id);
        if (!fields.mayAdd(viewer)) {
            throw new NotFound();
        }
        return file;
    }

    private static List<Integer> left(ImportPlan plan) {
        return IntStream.range(0, plan.headers().size())
                .filter(at -> !plan.columns().containsValue(at))
                .boxed()
                .toList();
    }
}
