package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.hibernate.SpringBeanContainer;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.ScratchDatabase;

/** A database that is in use at an earlier version comes to the newest one with its rows. */
@IntegrationTest
class UpgradeTests {

    /** Before the histories, and before the latest indexes. */
    private static final String EARLIER = "202611231012";

    private static final List<String> TABLES = List.of(
            "company",
            "team",
            "person",
            "customer",
            "contact",
            "product",
            "pipeline",
            "stage",
            "opportunity",
            "stage_change",
            "activity");

    @Autowired
    EntityManagerFactory running;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private DataSource database;
    private JdbcClient rows;
    private Map<String, List<String>> columns;

    @BeforeEach
    void inUseAtAnEarlierVersion() {
        database = ScratchDatabase.empty("upgraded");
        rows = JdbcClient.create(database);
        migrateTo(EARLIER);
        new ResourceDatabasePopulator(new ClassPathResource("upgrade/rows-at-" + EARLIER + ".sql")).execute(database);
        columns = columnsNow();
    }

    @Test
    void keepsTheRowsAndFitsTheEntities() {
        List<String> before = rowsNow();

        migrateTo("latest");

        assertThat(rowsNow()).isEqualTo(before).hasSizeGreaterThan(8);
        assertThat(rows.sql("select count(*) from customer_aud")
                        .query(Long.class)
                        .single())
                .isNotNull();
        validate();
    }

    @Test
    void comesToTheSchemaThatANewDatabaseHas() {
        migrateTo("latest");
        List<String> upgraded = schema(rows);

        DataSource fresh = ScratchDatabase.empty("fresh");
        Flyway.configure()
                .dataSource(fresh)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        assertThat(upgraded).isEqualTo(schema(JdbcClient.create(fresh))).hasSizeGreaterThan(100);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** What stands in the tables with the rows of the script, in the columns that there were: later ones may come. */
    private List<String> rowsNow() {
        return TABLES.stream()
                .flatMap(table -> rows
                        .sql("select '" + table + " ' || (select jsonb_object_agg(key, value)"
                                + " from jsonb_each(to_jsonb(t)) where key in (:columns))::text from " + table
                                + " t order by id")
                        .param("columns", columns.get(table))
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private Map<String, List<String>> columnsNow() {
        return TABLES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> rows.sql("select column_name from information_schema.columns where table_name = ?"
                                        + " and column_name <> 'search_pieces'"
                                        // a pipeline's team has become several, in pipeline_team
                                        + " and not (table_name = 'pipeline' and column_name = 'team_id')")
                                .param(table)
                                .query(String.class)
                                .list()));
    }

    /** Hibernate's own look at whether tables and entities fit, as at each start. */
    private void validate() {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(database);
        factory.setPackagesToScan("org.triviumcrm");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        Properties properties = new Properties();
        for (Map.Entry<String, Object> setting : running.getProperties().entrySet()) {
            if (setting.getKey()
                    .matches("org\\.hibernate\\.envers\\..*|hibernate\\.(physical|implicit)_naming_strategy")) {
                properties.put(setting.getKey(), setting.getValue());
            }
        }
        properties.put("hibernate.hbm2ddl.auto", "validate");
        properties.put("hibernate.resource.beans.container", new SpringBeanContainer(beans));
        factory.setJpaProperties(properties);
        factory.afterPropertiesSet();
        factory.destroy();
    }

    private static List<String> schema(JdbcClient database) {
        return database.sql("""
                        select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' '
                               || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' '
                               || coalesce(column_default, '') from information_schema.columns where table_schema = 'public'
                        union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
                        union all select 'rule ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                                  from pg_constraint where connamespace = 'public'::regnamespace
                        union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                        union all select 'function ' || pg_get_functiondef(oid)
                                  from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
                        order by 1""").query(String.class).list();
    }
}
