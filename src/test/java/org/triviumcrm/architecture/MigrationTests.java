package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.testing.IntegrationTest;

/** Migrations are named so that they can be told apart and ordered; what they make is indexed and versioned. */
@IntegrationTest
class MigrationTests {

    private static final Path FOLDER = Sources.RESOURCES.resolve("db/migration");

    /** Only added to, never changed: nobody can overwrite another's change. */
    private static final Set<String> APPEND_ONLY = Set.of("Revision", "StageChange", "StateChange");

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManagerFactory entities;

    @Test
    void areNamedAfterTheirTimeModuleAndSentence() {
        List<String> names = Sources.files(FOLDER, ".sql").stream()
                .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .toList();
        assertThat(names).hasSizeGreaterThan(10).allMatch(MigrationTests::isNamedWell);
        assertThat(Stream.of(
                        "sales/V1__sales_quotes.sql", "sales/V202611241000__customer_quotes.sql", "sales/quotes.sql"))
                .noneMatch(MigrationTests::isNamedWell);
    }

    @Test
    void haveEachAVersionOfTheirOwn() {
        List<String> versions = Sources.files(FOLDER, ".sql").stream()
                .map(file -> file.getFileName().toString().replaceAll("__.*", ""))
                .toList();
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void indexEveryForeignKey() {
        assertThat(foreignKeysWithoutIndex()).isEmpty();

        database.sql("create table without_index (id bigint primary key, team_id bigint references team)")
                .update();
        database.sql("create index without_index_some on without_index (team_id) where id > 7")
                .update();
        database.sql("create index without_index_second on without_index (id, team_id)")
                .update();
        assertThat(foreignKeysWithoutIndex()).containsExactly("without_index (team_id)");
    }

    @Test
    void giveEveryEditedEntityItsVersion() {
        Set<String> withoutVersion = entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getJavaType() != null
                        && entity.getJavaType().getName().startsWith("org.triviumcrm."))
                .filter(entity -> !entity.hasVersionAttribute())
                .map(EntityType::getName)
                .collect(Collectors.toSet());
        assertThat(withoutVersion).isEqualTo(APPEND_ONLY);
    }

    private static boolean isNamedWell(String path) {
        return path.matches("(\\w+)/V20\\d{10}__\\1_[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    }

    /**
     * Foreign keys with whose first column no index begins; one that leaves out only rows without the key counts. An
     * index serves the deletion of what is pointed at: people and pipelines are switched off, never deleted. The approval
     * engine makes and owns its tables ({@code act_}, {@code flw_}).
     */
    private List<String> foreignKeysWithoutIndex() {
        return database.sql("""
                        select c.conrelid::regclass || ' (' || a.attname || ')'
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
                          and c.confrelid not in ('person'::regclass, 'pipeline'::regclass)
                          and c.conrelid::regclass::text !~ '^(act|flw)_'
                          and not exists (
                              select 1 from pg_index i
                              where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
                                and (i.indpred is null
                                     or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$'))
                        order by 1""").query(String.class).list();
    }
}
