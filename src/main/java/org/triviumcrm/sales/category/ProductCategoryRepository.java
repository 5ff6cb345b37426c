package org.triviumcrm.sales.category;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductCategoryRepository extends JpaRepository<ProductCategory, Long> {

    List<ProductCategory> findByOrderByNameAsc();
}
