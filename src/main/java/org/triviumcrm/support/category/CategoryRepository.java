package org.triviumcrm.support.category;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CategoryRepository extends JpaRepository<ArticleCategory, Long> {

    List<ArticleCategory> findByParentIdIsNullOrderByPositionAscIdAsc();

    boolean existsByParentId(long parentId);

    @Query("select coalesce(max(c.position), 0) from ArticleCategory c")
    int lastPosition();
}
