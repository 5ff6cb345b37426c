package org.triviumcrm.sales.product;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    /** Products whose name or reference holds the text (lower case, with % around), active ones first. */
    @Query("""
            select p from Product p
            where lower(p.name) like :pattern or lower(p.reference) like :pattern
            order by p.active desc, lower(p.name), p.id""")
    List<Product> search(String pattern, Limit limit);

    @Query("select p from Product p where p.active and lower(p.name) like :pattern order by lower(p.name), p.id")
    List<Product> choices(String pattern, Limit limit);

    Optional<Product> findByNameIgnoreCase(String name);
}
