DROP FUNCTION search_word_query(text, text, text);
DROP FUNCTION search_vector(text, "char", text, text);
DROP FUNCTION search_forms(text);
DROP FUNCTION search_stems(text);
DROP TEXT SEARCH CONFIGURATION search_forms_en, search_forms_es, search_forms_fr, search_forms_pt;
DROP TEXT SEARCH DICTIONARY search_forms_en, search_forms_es, search_forms_fr, search_forms_pt;
