package org.triviumcrm.identity.letterhead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Letterhead;
import org.triviumcrm.identity.Letterheads;

/** The one row with what stands on papers. */
@Repository
class LetterheadRepository implements Letterheads {

    private final JdbcClient database;
    private final Companies companies;

    LetterheadRepository(JdbcClient database, Companies companies) {
        this.database = database;
        this.companies = companies;
    }

    @Override
    public Letterhead current() {
        String company = companies.current().map(Company::name).orElse("");
        return database.sql("select * from letterhead")
                .query((row, number) -> read(row, company))
                .optional()
                .orElseGet(() -> new Letterhead(company, null, null, null, null, null, null, null, null, null));
    }

    private static Letterhead read(ResultSet row, String company) throws SQLException {
        String name = row.getString("name");
        return new Letterhead(
                name == null ? company : name,
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("website"),
                row.getString("tax_number"),
                row.getString("bank"),
                row.getString("footer"),
                row.getBytes("logo"),
                row.getString("logo_type"));
    }

    void save(SaveLetterhead input, @Nullable Long by, Instant at) {
        database.sql("""
                        insert into letterhead (id, name, address, phone, email, website, tax_number, bank, footer, updated_at, updated_by)
                        values (1, :name, :address, :phone, :email, :website, :taxNumber, :bank, :footer, :at, :by)
                        on conflict (id) do update set name = excluded.name, address = excluded.address, phone = excluded.phone,
                            email = excluded.email, website = excluded.website, tax_number = excluded.tax_number, bank = excluded.bank,
                            footer = excluded.footer, updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .param("name", input.name(), Types.VARCHAR)
                .param("address", input.address(), Types.VARCHAR)
                .param("phone", input.phone(), Types.VARCHAR)
                .param("email", input.email(), Types.VARCHAR)
                .param("website", input.website(), Types.VARCHAR)
                .param("taxNumber", input.taxNumber(), Types.VARCHAR)
                .param("bank", input.bank(), Types.VARCHAR)
                .param("footer", input.footer(), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.BIGINT)
                .update();
    }

    /** @param type its content type; null with null takes it away */
    void saveLogo(byte @Nullable [] logo, @Nullable String type) {
        database.sql("update letterhead set logo = :logo, logo_type = :type")
                .param("logo", logo, Types.BINARY)
                .param("type", type, Types.VARCHAR)
                .update();
    }
}
