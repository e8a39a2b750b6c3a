#!/bin/sh
# Once a day: the database and a list of all media with checksums; two weeks are kept.
set -eu
folder=/var/lib/portal/backups
while true; do
    name=$(date -u +%Y-%m-%dT%H%M)
    pg_dump --format=custom --compress=6 --dbname="$DATABASE_URL" --file="$folder/.$name.dump"
    (cd /var/lib/portal/media && find . -type f -exec sha256sum {} +) > "$folder/$name.media.sha256"
    tar -C /var/lib/portal -cf "$folder/$name.media.tar" media
    pg_restore --list "$folder/.$name.dump" > /dev/null # unreadable dumps do not count
    mv "$folder/.$name.dump" "$folder/$name.dump"
    touch "$folder/last"
    find "$folder" -name '*.dump' -mtime +14 -delete
    find "$folder" -name '*.media.*' -mtime +14 -delete
    sleep 86400
done
