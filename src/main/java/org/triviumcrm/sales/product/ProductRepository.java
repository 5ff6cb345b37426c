package org.triviumcrm.sales.product;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    @Query("select p from Product p where p.active and lower(p.name) like :pattern order by lower(p.name), p.id")
    List<Product> choices(String pattern, Limit limit);

    Optional<Product> findByNameIgnoreCase(String name);

    Optional<Product> findByReference(String reference);
}
