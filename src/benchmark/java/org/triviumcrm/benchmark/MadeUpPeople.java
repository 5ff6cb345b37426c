package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Five offices of eight teams of ten representatives. All sign in with the administrator's password: {@code rep.1.1.1}
 * is the first representative of the first team, {@code manager.1} the first office's manager.
 */
final class MadeUpPeople {

    static final int OFFICES = 5;
    static final int TEAMS = 8;
    static final int REPRESENTATIVES = 10;

    private final List<Long> ids = new ArrayList<>();
    private final List<Long> teamIds = new ArrayList<>();
    private final Connection connection;

    private MadeUpPeople(Connection connection) {
        this.connection = connection;
    }

    static MadeUpPeople insert(Connection connection) throws SQLException {
        MadeUpPeople people = new MadeUpPeople(connection);
        for (int office = 1; office <= OFFICES; office++) {
            long officeId = people.team("Office " + office, null);
            people.manage(officeId, people.person("manager." + office, "Manager " + office, officeId, "sales_manager"));
            for (int team = 1; team <= TEAMS; team++) {
                long teamId = people.team("Team " + office + "." + team, officeId);
                for (int member = 1; member <= REPRESENTATIVES; member++) {
                    String number = office + "." + team + "." + member;
                    long id = people.person("rep." + number, "Rep " + number, teamId, "sales_representative");
                    people.ids.add(id);
                    people.teamIds.add(teamId);
                }
            }
        }
        return people;
    }

    int count() {
        return ids.size();
    }

    long id(int index) {
        return ids.get(index);
    }

    long teamId(int index) {
        return teamIds.get(index);
    }

    private long team(String name, @Nullable Long parentId) throws SQLException {
        return insert("""
                insert into team (id, name, parent_id, created_at, updated_at)
                values (nextval('team_seq'), ?, ?, now(), now()) returning id""", name, parentId);
    }

    private long person(String signInName, String name, long teamId, String role) throws SQLException {
        long id = insert("""
                insert into person (id, name, sign_in_name, team_id, password_hash, created_at, updated_at)
                select nextval('person_seq'), ?, ?, ?, admin.password_hash, now(), now()
                from (select password_hash from person where password_hash is not null order by id limit 1) admin
                returning id""", name, signInName, teamId);
        insert("""
                insert into person_role (person_id, role_id)
                select ?, id from role where built_in = ? returning role_id""", id, role);
        return id;
    }

    private void manage(long teamId, long personId) throws SQLException {
        insert("update team set manager_id = ? where id = ? returning id", personId, teamId);
    }

    private long insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<Long> idsOf(Connection connection, String sql) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
