package org.triviumcrm.sales.bundle;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in bundles. */
@Repository
class BundleRepository {

    private final JdbcClient database;

    BundleRepository(JdbcClient database) {
        this.database = database;
    }

    List<BundlePart> parts(long bundle) {
        return database.sql("""
                        select b.product_id, p.name, b.quantity from bundle_part b join product p on p.id = b.product_id
                        where b.bundle_id = :bundle order by b.position""").param("bundle", bundle).query(BundlePart.class).list();
    }

    /** Whether it is a bundle; its row is held until the end of the transaction. */
    boolean hold(long product) {
        return database.sql("select kind = 'BUNDLE' from product where id = :id for update")
                .param("id", product)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Which of these products can be in no bundle, since they are bundles themselves. */
    List<Long> bundles(List<Long> products) {
        return database.sql("select id from product where id = any(:ids) and kind = 'BUNDLE'")
                .param("ids", products.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void replace(long bundle, List<BundlePart> parts) {
        database.sql("delete from bundle_part where bundle_id = :bundle")
                .param("bundle", bundle)
                .update();
        for (int at = 0; at < parts.size(); at++) {
            database.sql("""
                            insert into bundle_part (bundle_id, position, product_id, quantity)
                            values (:bundle, :position, :product, :quantity)""")
                    .param("bundle", bundle)
                    .param("position", at + 1)
                    .param("product", parts.get(at).productId())
                    .param("quantity", parts.get(at).quantity())
                    .update();
        }
    }
}
