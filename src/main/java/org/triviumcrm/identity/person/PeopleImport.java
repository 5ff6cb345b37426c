package org.triviumcrm.identity.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.person.ImportedPersonRepository.TeamKey;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;

/**
 * People with their teams. An office becomes a team at the top of the tree; a manager becomes a person and, below the
 * office, the team that bears the manager's name; everybody else joins the manager's team, else the office.
 */
@Component
class PeopleImport implements ImportTarget {

    private static final ImportTable TEAM = new ImportTable("team", "team", "name", null, false, List.of(), null);
    private static final ImportTable PERSON = PersonReference.PERSON;
    private static final String NAME = "name";
    private static final String MANAGER = "manager";
    private static final String OFFICE = "office";

    private final ImportedPersonRepository people;
    private final RecordMatcher matcher;
    private final RecordWriter writer;

    PeopleImport(ImportedPersonRepository people, RecordMatcher matcher, RecordWriter writer) {
        this.people = people;
        this.matcher = matcher;
        this.writer = writer;
    }

    @Override
    public String key() {
        return "person";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String permission() {
        return "identity.person.manage";
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(TEAM, PERSON);
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                ImportField.text(
                                NAME,
                                200,
                                "sales agent",
                                "agent",
                                "person",
                                "employee",
                                "full name",
                                "user",
                                "representative",
                                "姓名",
                                "销售",
                                "销售人员",
                                "员工",
                                "用户",
                                "名称")
                        .mandatory()
                        .identifying(),
                ImportField.of(FieldType.EMAIL, "email", "e-mail", "mail", "email address", "邮箱", "电子邮件", "邮件")
                        .identifying(),
                ImportField.text(
                        MANAGER, 200, "sales manager", "supervisor", "reports to", "team lead", "经理", "主管", "上级"),
                ImportField.text(
                        OFFICE,
                        200,
                        "regional office",
                        "region",
                        "branch",
                        "department",
                        "team",
                        "办事处",
                        "大区",
                        "区域",
                        "分公司",
                        "部门",
                        "团队"));
    }

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        List<ImportRow> rows = batch.standing();
        Map<TeamKey, Long> teams = people.teams(
                Stream.of(OFFICE, MANAGER).flatMap(field -> texts(rows, field)).toList());
        createTeams(context, rows.stream().filter(row -> row.has(OFFICE)).toList(), OFFICE, teams, Map.of());
        Map<String, Long> managers = createManagers(context, rows);
        createTeams(context, rows.stream().filter(row -> row.has(MANAGER)).toList(), MANAGER, teams, managers);
        writePeople(batch, teams);
    }

    private static Stream<String> texts(List<ImportRow> rows, String field) {
        return rows.stream().map(row -> row.text(field)).filter(Objects::nonNull);
    }

    /** Offices at the top; teams of managers below the office of their row. */
    private void createTeams(
            ImportContext context,
            List<ImportRow> rows,
            String field,
            Map<TeamKey, Long> teams,
            Map<String, Long> managers) {
        Map<TeamKey, RecordWriter.New> missing = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            String name = String.valueOf(row.text(field));
            Long parent = field.equals(MANAGER) ? office(row, teams) : null;
            TeamKey key = TeamKey.of(parent, name);
            if (!teams.containsKey(key) && !missing.containsKey(key)) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put(NAME, name);
                values.put("parent_id", parent);
                values.put("manager_id", managers.get(folded(name)));
                missing.put(key, new RecordWriter.New(row, values));
            }
        }
        List<Long> ids = writer.insert(context, TEAM, List.copyOf(missing.values()));
        int at = 0;
        for (TeamKey key : missing.keySet()) {
            teams.put(key, ids.get(at++));
        }
        if (!managers.isEmpty() && !context.dry()) {
            people.seatManagers(ids);
        }
    }

    private static @Nullable Long office(ImportRow row, Map<TeamKey, Long> teams) {
        String office = row.text(OFFICE);
        return office == null ? null : teams.get(TeamKey.of(null, office));
    }

    private Map<String, Long> createManagers(ImportContext context, List<ImportRow> rows) {
        Map<String, Long> ids = people.idsByName(texts(rows, MANAGER).toList());
        Map<String, ImportRow> missing = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            String name = row.text(MANAGER);
            if (name != null && !ids.containsKey(folded(name))) {
                missing.putIfAbsent(folded(name), row);
            }
        }
        List<ImportRow> first = List.copyOf(missing.values());
        List<Long> created = create(
                context,
                first,
                first.stream()
                        .map(row -> Map.<String, Object>of(NAME, String.valueOf(row.text(MANAGER))))
                        .toList(),
                "sales_manager");
        int at = 0;
        for (String name : missing.keySet()) {
            ids.put(name, created.get(at++));
        }
        return ids;
    }

    private List<Long> create(
            ImportContext context, List<ImportRow> rows, List<Map<String, Object>> values, String role) {
        List<Map<String, Object>> more = people.columns(
                values.stream().map(value -> String.valueOf(value.get(NAME))).toList(), context);
        List<RecordWriter.New> records = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            more.get(at).putAll(values.get(at));
            records.add(new RecordWriter.New(rows.get(at), more.get(at)));
        }
        List<Long> ids = writer.insert(context, PERSON, records);
        if (!context.dry()) {
            people.giveRole(ids, role);
        }
        return ids;
    }

    private void writePeople(ImportBatch batch, Map<TeamKey, Long> teams) {
        ImportContext context = batch.context();
        Map<String, String> columns = Map.of(NAME, NAME, "email", "email");
        Map<ImportRow, ExistingRecord> existing = matcher.match(batch, PERSON, PlainImport.keys(context, columns));
        List<ImportRow> rows = new ArrayList<>();
        List<Map<String, Object>> values = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (ImportRow row : batch.standing()) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            columns.keySet().stream()
                    .sorted()
                    .filter(row::has)
                    .forEach(field -> wanted.put(field, row.values().get(field)));
            Long team = row.has(MANAGER)
                    ? teams.get(TeamKey.of(office(row, teams), String.valueOf(row.text(MANAGER))))
                    : office(row, teams);
            if (team != null) {
                wanted.put("team_id", team);
            }
            ExistingRecord record = existing.get(row);
            if (record != null) {
                Map<String, Object> changes =
                        record.changes(wanted, Map.of("team_id", row.has(MANAGER) ? MANAGER : OFFICE), context);
                if (!changes.isEmpty()) {
                    changed.add(new RecordWriter.Changed(row, record, changes));
                }
            } else if (PlainImport.complete(row, fields())) {
                rows.add(row);
                values.add(wanted);
            }
        }
        create(context, rows, values, "sales_representative");
        writer.update(context, PERSON, changed);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
